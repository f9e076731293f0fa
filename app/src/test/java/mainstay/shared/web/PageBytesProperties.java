package mainstay.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PageBytesProperties {

    @Property
    void a_page_is_its_pieces_in_utf_8(@ForAll @Size(max = 40) List<String> pieces) throws IOException {
        PageBytes page = new PageBytes();
        pieces.forEach(page::writeContent);
        assertThat(sent(page)).isEqualTo(String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void a_part_of_a_text_goes_in_as_that_part(@ForAll String before, @ForAll String part, @ForAll String after)
            throws IOException {
        PageBytes page = new PageBytes();
        page.writeContent(before + part + after, before.length(), before.length() + part.length());
        assertThat(sent(page)).isEqualTo(part.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 20)
    void a_page_grows_as_far_as_it_has_to(@ForAll byte[] start) throws IOException {
        PageBytes page = new PageBytes();
        page.writeBinaryContent(start);
        String letters = "砥柱 ".repeat(60_000);
        page.writeContent(letters);

        byte[] sent = sent(page);
        assertThat(sent).hasSize(page.length());
        assertThat(Arrays.copyOf(sent, start.length)).isEqualTo(start);
        assertThat(new String(sent, start.length, sent.length - start.length, StandardCharsets.UTF_8))
                .isEqualTo(letters);
    }

    private static byte[] sent(PageBytes page) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        page.sendTo(stream);
        return stream.toByteArray();
    }
}
