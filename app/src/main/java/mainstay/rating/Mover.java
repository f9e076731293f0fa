package mainstay.rating;

/// An account that moved between its last two ratings.
///
/// @param up whether it gained stars, or points where these stayed
public record Mover(String code, String name, long revenue, boolean up, Movement movement) {}
