"""The pipeline's components: one module (or folder) a factory, registered where it is defined."""
