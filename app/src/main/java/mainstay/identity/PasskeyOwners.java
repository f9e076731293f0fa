package mainstay.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// People as devices know them.
@Repository
@Transactional
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final String OWNER = """
            select o.handle, u.name, u.full_name from identity.passkey_owner o join identity.users u on u.id = o.user_id
            """;

    private final JdbcClient database;

    PasskeyOwners(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return found(database.sql(OWNER + "where o.handle = :handle").param("handle", handle.getBytes()));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return found(database.sql(OWNER + "where u.name = :name").param("name", name));
    }

    /// Two windows at once agree on the number that came first.
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        database.sql("""
                        insert into identity.passkey_owner (user_id, handle)
                        select u.id, :handle from identity.users u where u.name = :name
                        on conflict (user_id) do nothing
                        """)
                .param("handle", owner.getId().getBytes())
                .param("name", owner.getName())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("users stay, and with them the number that their devices know");
    }

    private static @Nullable PublicKeyCredentialUserEntity found(JdbcClient.StatementSpec question) {
        return question.query((row, number) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(row.getBytes("handle")))
                        .name(row.getString("name"))
                        .displayName(row.getString("full_name"))
                        .build())
                .optional()
                .orElse(null);
    }
}
