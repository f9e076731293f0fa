package mainstay.identity;

import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Asks devices for passkeys and checks what they answer. A device has to know whom it is for (so that nobody types a
/// name) and to be unlocked by its owner: something they have, and something they are or know.
@Service
class PasskeyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDesk.class);
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("nobody"));

    /// Made when it is first needed: most people and all commands do without.
    private final SingletonSupplier<Webauthn4JRelyingPartyOperations> operations;
    private final Passkeys passkeys;
    private final Users users;
    private final ApplicationEventPublisher events;
    private final SingletonSupplier<JsonMapper> json = SingletonSupplier.of(
            () -> JsonMapper.builder().addModule(new WebauthnJacksonModule()).build());

    PasskeyDesk(
            RelyingParty party,
            PasskeyOwners owners,
            Passkeys passkeys,
            Users users,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.users = users;
        this.events = events;
        this.operations = SingletonSupplier.of(() -> operations(party, owners, passkeys));
    }

    private static Webauthn4JRelyingPartyOperations operations(
            RelyingParty party, PasskeyOwners owners, Passkeys passkeys) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                owners,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(party.id())
                        .name("Mainstay")
                        .build(),
                Set.copyOf(party.origins()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    PublicKeyCredentialCreationOptions creation(User user) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(user.name(), null, AuthorityUtils.NO_AUTHORITIES);
        return operations
                .obtain()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication));
    }

    PublicKeyCredentialRequestOptions request() {
        return operations
                .obtain()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
    }

    String written(Object options) {
        return json.obtain().writeValueAsString(options);
    }

    /// @return whether the answer of the device was taken
    boolean register(User user, String name, PublicKeyCredentialCreationOptions options, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.obtain().readValue(answer, new TypeReference<>() {});
            operations
                    .obtain()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, name)));
        } catch (DataAccessException failed) {
            throw failed;
        } catch (RuntimeException refused) { // the library has many names for answers that are not right
            LOG.info("a new passkey of {} was refused: {}", user.name(), String.valueOf(refused.getMessage()));
            return false;
        }
        events.publishEvent(new UserChanged(user.id(), "passkey", "added"));
        return true;
    }

    /// Who answered, as far as the answer tells.
    ///
    /// @param user  nobody where the passkey is not known
    /// @param valid whether the signature and all around it are right
    record Answered(Optional<User> user, boolean valid) {}

    Answered check(PublicKeyCredentialRequestOptions options, String answer) {
        Optional<User> user = Optional.empty();
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.obtain().readValue(answer, new TypeReference<>() {});
            user = passkeys.ownerOf(credential.getRawId().getBytes()).flatMap(users::byId);
            operations.obtain().authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return new Answered(user, user.isPresent());
        } catch (DataAccessException failed) {
            throw failed;
        } catch (RuntimeException refused) { // the library has many names for answers that are not right
            LOG.info("a passkey was refused: {}", String.valueOf(refused.getMessage()));
            return new Answered(user, false);
        }
    }

    Optional<String> remove(long user, long id) {
        Optional<String> removed = passkeys.remove(user, id);
        removed.ifPresent(name -> events.publishEvent(new UserChanged(user, "passkey", "removed")));
        return removed;
    }
}
