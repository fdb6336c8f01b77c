# Zegel — fr
