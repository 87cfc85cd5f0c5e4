"""Articles that several tests read."""

FLASH = "Le 23 mai 2025, des hommes armés ont attaqué le village de Dioura, au Mali, tuant 41 soldats."
ENGLISH = "Gunmen attacked the village on Monday, killing at least ten of the people who were in it."
