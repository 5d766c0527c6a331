"""``python -m selon``."""
from selon.cli.main import main

if __name__ == "__main__":
    main()
