package mainstay.rating;

/// An account that moved between its last two ratings.
public record Mover(String code, String name, long revenue, Movement movement) {}
