package mainstay.ledger;

/// A product as somebody would name it.
public record NamedProduct(String code, String name) {}
