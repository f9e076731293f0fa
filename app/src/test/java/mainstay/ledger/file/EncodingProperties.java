package mainstay.ledger.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EncodingProperties {

    @Property
    boolean every_text_in_utf_8_is_recognised(@ForAll String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    boolean bytes_are_utf_8_when_the_platform_says_so(@ForAll byte[] bytes) {
        return check(bytes) == decodes(bytes);
    }

    private static boolean check(byte[] bytes) {
        Utf8Check check = new Utf8Check();
        check.accept(bytes, bytes.length);
        return check.valid();
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
