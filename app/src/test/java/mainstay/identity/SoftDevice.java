package mainstay.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A device with one passkey, made of nothing but a key pair: what the standard asks of it and no more. It can be told
/// to answer wrongly.
final class SoftDevice {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final JsonMapper json = JsonMapper.shared();
    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String owner = "";
    private int count;

    String origin;
    String party;
    boolean unlocked = true;
    boolean countsOn = true;

    SoftDevice(RelyingParty party) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
        this.party = party.id();
        this.origin = party.origins().iterator().next();
    }

    byte[] id() {
        return id.clone();
    }

    /// What it says when it is asked to make a passkey.
    String made(String options) throws GeneralSecurityException {
        JsonNode asked = json.readTree(options);
        owner = asked.get("user").get("id").asString();
        byte[] client = client("webauthn.create", asked.get("challenge").asString());
        return credential(Map.of(
                "clientDataJSON", text(client),
                "attestationObject", text(attestation(data(WITH_KEY, key()))),
                "transports", List.of("internal")));
    }

    /// What it says when it is asked for the passkey.
    String answer(String options) throws GeneralSecurityException {
        byte[] client =
                client("webauthn.get", json.readTree(options).get("challenge").asString());
        byte[] data = data(0, new byte[0]);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(digest(client));
        return credential(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signature.sign()),
                "userHandle", owner));
    }

    private String credential(Map<String, Object> response) {
        return json.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] client(String type, String challenge) {
        return json.writeValueAsBytes(
                Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
    }

    private byte[] data(int more, byte[] key) throws GeneralSecurityException {
        count += countsOn ? 1 : 0;
        int flags = PRESENT | (unlocked ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37 + key.length)
                .put(digest(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .put(key)
                .array();
    }

    /// Number and public key, the latter as a map of COSE.
    private byte[] key() {
        ECPublicKey open = (ECPublicKey) keys.getPublic();
        return ByteBuffer.allocate(16 + 2 + id.length + 77)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32})
                .put(coordinate(open.getW().getAffineX().toByteArray()))
                .put(new byte[] {0x22, 0x58, 32})
                .put(coordinate(open.getW().getAffineY().toByteArray()))
                .array();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] padded = new byte[32];
        byte[] bare = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(bare, 0, padded, 32 - bare.length, bare.length);
        return padded;
    }

    /// A map of CBOR without any statement on where the device comes from.
    private static byte[] attestation(byte[] data) {
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.write(0xA3);
        map.writeBytes(word("fmt"));
        map.writeBytes(word("none"));
        map.writeBytes(word("attStmt"));
        map.write(0xA0);
        map.writeBytes(word("authData"));
        map.write(0x58);
        map.write(data.length);
        map.writeBytes(data);
        return map.toByteArray();
    }

    private static byte[] word(String word) {
        return ("" + (char) (0x60 + word.length()) + word).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] digest(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
