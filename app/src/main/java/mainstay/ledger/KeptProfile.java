package mainstay.ledger;

import java.time.Instant;
import mainstay.ledger.file.Profile;

/// A mapping that somebody named.
public record KeptProfile(long id, String name, String kind, String byUser, Instant changedAt, Profile profile) {}
