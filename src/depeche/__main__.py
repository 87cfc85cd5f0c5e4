"""`python -m depeche` is the command `depeche`."""

from depeche.cli import main

if __name__ == "__main__":
    main()
