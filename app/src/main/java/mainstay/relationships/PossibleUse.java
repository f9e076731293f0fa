package mainstay.relationships;

/// What a note can become with one click.
///
/// @param key     message key of the button
/// @param account name of the account that it would be about
public record PossibleUse(String key, String path, String account) {}
