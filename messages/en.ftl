# Zegel — en
