package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Places by hand, account files and merges in any order: once nothing is merged any more, every account stands
/// where it would if nothing ever had been.
@Story
class PlacedWhileMergedTests {

    private static final List<String> PARENTS = List.of("P0", "P1", "P2", "P3");
    private static final List<String> CHILDREN = List.of("C0", "C1");

    @Autowired
    ImportDesk desk;

    @Autowired
    PlacementDesk placements;

    @Autowired
    Accounts accounts;

    @Autowired
    MergeBench merges;

    @TempDir
    Path folder;

    private int files;

    /// What is done to the group besides merging.
    private sealed interface Act {}

    private record Placed(String child, Placement where) implements Act {}

    private record Filed(String rows) implements Act {}

    private record Left(String child) implements Act {}

    @Test
    void a_child_placed_for_a_while_returns_to_the_parted_parent() throws IOException {
        apply("a", new Filed(everybody("C0,P0\nC1,\n")));
        long merge = merges.merge("a-P1", "a-P0").orElseThrow();
        apply("a", new Placed("C0", new Placement("P2", null, day(40), day(50))));
        assertThat(merges.parents("a-")).contains("C0 P1 -infinity 2024-02-10");
        merges.undo(merge);
        assertThat(merges.parents("a-")).contains("C0 P0 -infinity 2024-02-10", "C0 P0 2024-02-20 infinity");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void once_all_is_parted_nothing_tells_of_the_merges(long seed) throws IOException {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String merged = "m" + seed;
        List<Act> done = new ArrayList<>();
        does(merged, new Filed(everybody("C0,P0\nC1,P1\n")), done);
        for (int step = 0; step < 16; step++) {
            switch (chance.nextInt(6)) {
                case 0, 1 -> merges.merge(merged + "-" + any(PARENTS, chance), merged + "-" + any(PARENTS, chance));
                case 2 -> merges.pairs().stream().findFirst().ifPresent(pair -> merges.undo(pair.id()));
                case 3 -> does(merged, new Filed("C0," + any(PARENTS, chance) + "\n"), done);
                case 4 -> does(merged, new Left(any(CHILDREN, chance)), done);
                default -> place(merged, chance, done);
            }
            assertThat(merges.restoreAll()).as("after step %d", step).isZero();
        }
        merges.undoAll();
        String apart = "n" + seed;
        for (Act act : done) {
            apply(apart, act);
        }
        assertThat(merges.parents(merged + "-")).isEqualTo(merges.parents(apart + "-"));
    }

    private void place(String world, RandomGenerator chance, List<Act> done) throws IOException {
        String parent = any(PARENTS, chance);
        boolean standsAlone =
                Acting.asOperator(() -> accounts.byCode(world + "-" + parent)).isPresent();
        int from = chance.nextInt(60);
        if (standsAlone) {
            Placement where = new Placement(parent, BigDecimal.valueOf(80), day(from), day(from + 20));
            does(world, new Placed(any(CHILDREN, chance), where), done);
        }
    }

    private void does(String world, Act act, List<Act> done) throws IOException {
        apply(world, act);
        done.add(act);
    }

    private void apply(String world, Act act) throws IOException {
        switch (act) {
            case Filed file -> bring(world, file.rows());
            case Placed placed ->
                assertThat(Acting.asOperator(() -> placements.place(
                                card(world, placed.child()),
                                new Placement(
                                        world + "-" + placed.where().parent(),
                                        placed.where().holding(),
                                        placed.where().from(),
                                        placed.where().until()))))
                        .isInstanceOf(PlacementDecision.Placed.class);
            case Left left ->
                Acting.asOperator(() -> {
                    placements.leaveToFiles(card(world, left.child()));
                    return true;
                });
        }
    }

    private AccountCard card(String world, String code) {
        return accounts.byCode(world + "-" + code).orElseThrow();
    }

    private static String everybody(String children) {
        return String.join(",\n", PARENTS) + ",\n" + children;
    }

    private void bring(String world, String rows) throws IOException {
        String inWorld = rows.replaceAll("\\b([PC]\\d)", world + "-$1");
        Path file = Files.writeString(
                folder.resolve("places-" + files++ + ".csv"),
                "code,parent,name\n" + inWorld.replace("\n", "," + files + "\n"));
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.ACCOUNTS))));
        assertThat(report.problems()).isEmpty();
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2024, 1, 1).plusDays(number);
    }

    private static <T> T any(List<T> choice, RandomGenerator chance) {
        return choice.get(chance.nextInt(choice.size()));
    }
}
