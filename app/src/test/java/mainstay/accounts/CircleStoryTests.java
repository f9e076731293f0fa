package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@Story
class CircleStoryTests {

    @Autowired
    ImportDesk desk;

    @Autowired
    PlacementDesk placements;

    @Autowired
    NameDesk names;

    @Autowired
    Accounts accounts;

    @Autowired
    MergeBench merges;

    @TempDir
    Path folder;

    @Test
    void a_link_taken_out_of_a_circle_stays_out_whatever_else_is_said_of_the_account() throws IOException {
        Path file = Files.writeString(folder.resolve("places.csv"), "code,parent\nz-P1,\nz-P0,z-P1\n");
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.ACCOUNTS))));
        Acting.asOperator(() -> {
            placements.end(card("z-P0"), LocalDate.of(2024, 1, 2));
            placements.place(card("z-P1"), new Placement("z-P0", null, LocalDate.of(2024, 1, 6), null));
            placements.leaveToFiles(card("z-P0"));
            return true;
        });
        List<String> links = merges.parents("z-");
        assertThat(links).as("one of both").hasSize(1);
        Acting.asOperator(() -> names.rename(card("z-P0"), "Another name"));
        assertThat(merges.parents("z-")).isEqualTo(links);
        assertThat(Acting.asOperator(() -> card("z-P0").name())).isEqualTo("Another name");
    }

    private AccountCard card(String code) {
        return accounts.byCode(code).orElseThrow();
    }
}
