package mainstay.dossier.personal;

import org.jspecify.annotations.Nullable;

/// Somebody of an account, for who may read what is personal there.
///
/// @param known how many values there are
/// @param here  whether they work there now
public record PersonalPerson(
        long personId, String name, @Nullable String latinName, int known, boolean here) {}
