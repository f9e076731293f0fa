package mainstay.accounts.people;

import java.util.List;

/// People are erased: told inside the transaction that does it, so that every module forgets its own.
///
/// @param people one person, with all who were merged into them
public record PeopleErased(List<Long> people) {}
