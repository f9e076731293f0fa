package mainstay.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The kept passkeys, in the words of the library that checks them.
@Repository
@Transactional
class Passkeys implements UserCredentialRepository {

    private static final String COLUMNS = """
            select k.credential_id, k.public_key, k.sign_count, k.verified, k.transports, k.attestation, k.client_data,
                   k.backup_eligible, k.backed_up,
                   k.name, k.created_at, k.last_used_at, o.handle
            from identity.passkey k join identity.passkey_owner o on o.user_id = k.user_id
            """;

    private final JdbcClient database;
    private final Clock clock;

    Passkeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Passkey> of(long user) {
        return database.sql("""
                        select id, name, created_at, last_used_at from identity.passkey
                        where user_id = :user order by created_at, id
                        """)
                .param("user", user)
                .query(RecordRows.of(Passkey.class))
                .list();
    }

    /// @return its name; nothing where the user has no such passkey
    Optional<String> remove(long user, long id) {
        return database.sql("delete from identity.passkey where id = :id and user_id = :user returning name")
                .param("id", id)
                .param("user", user)
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Long> ownerOf(byte[] credential) {
        return database.sql("select user_id from identity.passkey where credential_id = :credential")
                .param("credential", credential)
                .query(Long.class)
                .optional();
    }

    @Override
    public void delete(Bytes credential) {
        database.sql("delete from identity.passkey where credential_id = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    /// A new one, or how often a known one has signed by now. Whoever counts backwards is a copy.
    ///
    /// @throws IllegalStateException for a copy
    @Override
    public void save(CredentialRecord record) {
        int saved = database.sql("""
                        insert into identity.passkey
                            (user_id, credential_id, public_key, sign_count, verified, transports, attestation, client_data,
                             backup_eligible, backed_up,
                             name, created_at)
                        select o.user_id, :credential, :key, :count, :verified, :transports, :attestation, :client,
                               :eligible, :backedUp, :name, :now
                        from identity.passkey_owner o where o.handle = :handle
                        on conflict (credential_id) do update
                        set sign_count = excluded.sign_count, verified = excluded.verified, backed_up = excluded.backed_up,
                            last_used_at = excluded.created_at
                        where identity.passkey.user_id = excluded.user_id
                          and (excluded.sign_count > identity.passkey.sign_count
                               or (excluded.sign_count = 0 and identity.passkey.sign_count = 0))
                        """)
                .param("credential", record.getCredentialId().getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("attestation", bytes(record.getAttestationObject()))
                .param("client", bytes(record.getAttestationClientDataJSON()))
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param("name", record.getLabel())
                .param("now", Sql.timestamp(clock.instant()))
                .param("handle", record.getUserEntityUserId().getBytes())
                .update();
        if (saved == 0) {
            throw new IllegalStateException("the device has signed more often than it says");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return database.sql(COLUMNS + "where k.credential_id = :credential")
                .param("credential", credential.getBytes())
                .query(Passkeys::record)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql(COLUMNS + "where o.handle = :handle")
                .param("handle", handle.getBytes())
                .query(Passkeys::record)
                .list();
    }

    private static byte[] bytes(@Nullable Bytes sent) {
        return sent == null ? new byte[0] : sent.getBytes();
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        Instant created = row.getTimestamp("created_at").toInstant();
        Instant used = Sql.instant(row, "last_used_at");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .label(row.getString("name"))
                .created(created)
                .lastUsed(used == null ? created : used)
                .build();
    }
}
