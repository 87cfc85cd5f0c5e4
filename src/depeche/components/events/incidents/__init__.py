"""Which mentions tell one incident."""
