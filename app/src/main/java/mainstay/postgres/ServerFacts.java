package mainstay.postgres;

/// What a server and the owner's role on it allow, and whether that is enough.
record ServerFacts(
        int version, String owner, boolean ownerMayCreateRoles, boolean ownerMayCreateSchemas, String database) {

    private static final int OLDEST = 150_000;

    void requireEnough() {
        if (version < OLDEST) {
            throw new DatabaseUnavailable(
                    "The server of MAINSTAY_DATABASE_URL is PostgreSQL %d; Mainstay needs 15 or newer. Upgrade it, or leave the setting out to use the server that comes with Mainstay."
                            .formatted(version / 10_000));
        }
        if (!ownerMayCreateRoles) {
            throw new DatabaseUnavailable(
                    "The owner `%s` may not create roles, and Mainstay works as a role with fewer rights than the owner. As an administrator of the server: ALTER ROLE \"%s\" CREATEROLE;"
                            .formatted(owner, owner));
        }
        if (!ownerMayCreateSchemas) {
            throw new DatabaseUnavailable(
                    "The owner `%s` may not create schemas in the database `%s`. As an administrator of the server: ALTER DATABASE \"%s\" OWNER TO \"%s\";"
                            .formatted(owner, database, database, owner));
        }
    }
}
