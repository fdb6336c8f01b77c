# Zegel — nl
