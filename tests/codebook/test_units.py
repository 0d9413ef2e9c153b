from sholu.codebook.units import dollars, is_unit, signs, symbols, units


def test_every_sign_and_symbol_stands_for_a_known_unit() -> None:
    for code in [*signs().values(), *dollars().values(), *symbols().values()]:
        assert is_unit(code), code


def test_codes_are_unique_and_have_kinds() -> None:
    known = units()
    assert known["KZT"].kind == "currency"
    assert known["kg"].kind == "mass"
    assert all(code == unit.code and unit.name for code, unit in known.items())


def test_a_unit_by_another_is_a_unit() -> None:
    assert is_unit("USD/bbl")
    assert not is_unit("USD/furlong")
