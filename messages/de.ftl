# Zegel — de
