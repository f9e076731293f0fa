package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import mainstay.ledger.file.CopyText;
import org.junit.jupiter.api.Test;

class StagedDocumentsTests {

    private final AtomicLong unused = new AtomicLong();
    private final StagedDocuments documents = new StagedDocuments(unused::incrementAndGet, 2);

    private void row(String number, int line) {
        StagedDocuments.Document document = documents.of(number);
        document.nextRow();
        document.add(line, 20_000);
    }

    @Test
    void the_document_that_the_file_is_in_the_middle_of_stays_one() {
        row("A", 1);
        row("B", 1);
        assertThat(documents.isFull()).isTrue();
        CopyText first = new CopyText();
        documents.writeTo(first);
        row("B", 2);
        CopyText last = new CopyText();
        documents.writeAllTo(last);

        assertThat(written(first)).isEqualTo("1\tA\t2024-10-04\t2024-10-04\t1\tt\tf\n");
        assertThat(written(last)).isEqualTo("2\tB\t2024-10-04\t2024-10-04\t2\tt\tf\n");
    }

    @Test
    void one_that_comes_back_later_comes_as_a_second_part() {
        row("A", 1);
        row("B", 1);
        documents.writeTo(new CopyText());
        row("A", 2);
        documents.of("A").addForeignMoney();
        CopyText last = new CopyText();
        documents.writeAllTo(last);

        assertThat(written(last)).contains("3\tA\t2024-10-04\t2024-10-04\t1\tt\tt\n");
    }

    private static String written(CopyText text) {
        return new String(text.drain(), StandardCharsets.UTF_8);
    }
}
