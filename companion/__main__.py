"""`python -m companion` and the command `companion`."""


def main() -> None:
    """Run the command line."""
    from companion.cli import run

    run()


if __name__ == "__main__":
    main()
