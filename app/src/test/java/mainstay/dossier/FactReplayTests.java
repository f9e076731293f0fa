package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// However facts are written, taken back, and carried along by merges and partings: what stands is what a replay of
/// the history finds.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactReplayTests {

    private static final List<String> CODES = List.of("R1", "R2", "R3");
    private static final List<String> FIELDS = List.of("policy", "telephone");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int STEPS = 60;

    @Autowired
    Archive archive;

    @Autowired
    Facts facts;

    @Autowired
    Fields fields;

    @Autowired
    FactDesk desk;

    @Autowired
    MergeBench merges;

    @Autowired
    StandingClock clock;

    /// Of all seeds, since what one wrote is there for the next.
    private final List<Written> written = new ArrayList<>();

    /// What was written: on which account, and whether it was taken back.
    private record Written(long id, String code, String field, LocalDate on, String value, boolean retired) {

        Written takenBack() {
            return new Written(id, code, field, on, value, true);
        }
    }

    @BeforeAll
    void accounts() {
        clock.reset();
        archive.accounts("R1", "R2", "R3", "M1", "M2");
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_replay_of_all_that_happened_finds_what_stands(long seed) {
        Random random = new Random(seed);
        Map<String, String> standsFor = new HashMap<>();
        Map<String, Long> merge = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String code = CODES.get(random.nextInt(CODES.size()));
            String field = FIELDS.get(random.nextInt(FIELDS.size()));
            switch (random.nextInt(8)) {
                case 0 -> mergeIntoFirst(code, standsFor, merge);
                case 1 -> part(code, standsFor, merge);
                case 2 -> takeBack(standsFor.getOrDefault(code, code), field, written);
                default -> {
                    String target = standsFor.getOrDefault(code, code);
                    LocalDate on = FIRST.plusDays(random.nextInt(300));
                    String value = seed + "-" + step;
                    Fact fact = Archive.kept(archive.write(target, field, value, on.toString(), seen(target, field)));
                    written.add(new Written(fact.id(), target, field, on, value, false));
                }
            }
            assertThat(standing(standsFor)).as("step " + step).isEqualTo(replay(written, standsFor));
        }
        CODES.forEach(code -> part(code, standsFor, merge));
        assertThat(standing(standsFor)).as("parted").isEqualTo(replay(written, standsFor));
    }

    private void mergeIntoFirst(String code, Map<String, String> standsFor, Map<String, Long> merge) {
        if (!code.equals("R1") && !merge.containsKey(code)) {
            merge.put(code, merges.merge("R1", code).orElseThrow());
            standsFor.put(code, "R1");
        }
    }

    private void part(String code, Map<String, String> standsFor, Map<String, Long> merge) {
        Long made = merge.remove(code);
        if (made != null) {
            merges.undo(made);
            standsFor.remove(code);
        }
    }

    private void takeBack(String code, String field, List<Written> written) {
        String seen = seen(code, field);
        if (!seen.isEmpty()) {
            Acting.asOperator(() -> desk.retire(archive.card(code), field, seen, "story"));
            written.replaceAll(one -> String.valueOf(one.id()).equals(seen) ? one.takenBack() : one);
        }
    }

    private String seen(String code, String field) {
        return Acting.asOperator(() -> facts.current(
                        archive.card(code).id(),
                        fields.byCode(field).orElseThrow().id()))
                .filter(fact -> fact.retired() == null)
                .map(fact -> String.valueOf(fact.id()))
                .orElse("");
    }

    private Map<String, String> standing(Map<String, String> standsFor) {
        Map<String, String> found = new HashMap<>();
        for (String code : CODES) {
            if (!standsFor.containsKey(code)) {
                for (String field : FIELDS) {
                    Acting.asOperator(() -> facts.current(
                                    archive.card(code).id(),
                                    fields.byCode(field).orElseThrow().id()))
                            .ifPresent(fact -> found.put(
                                    code + " " + field,
                                    fact.retired() == null ? fact.value().plain() : "taken back"));
                }
            }
        }
        return found.entrySet().stream()
                .filter(one -> !one.getValue().equals("taken back"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> replay(List<Written> written, Map<String, String> standsFor) {
        Comparator<Written> newest = Comparator.comparing(Written::on).thenComparingLong(Written::id);
        return written.stream()
                .collect(Collectors.groupingBy(
                        one -> standsFor.getOrDefault(one.code(), one.code()) + " " + one.field()))
                .entrySet()
                .stream()
                .map(one -> Map.entry(
                        one.getKey(), one.getValue().stream().max(newest).orElseThrow()))
                .filter(one -> !one.getValue().retired())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().value()));
    }

    @Test
    void what_stood_on_a_day_can_be_seen_later() {
        archive.write("M1", "policy", "first", "2026-11-10");
        clock.setTo(Instant.parse("2026-11-18T01:00:00Z"));
        String seen = seen("M1", "policy");
        archive.write("M1", "policy", "second", "2026-11-12", seen);

        assertThat(asOf("M1", "2026-11-09")).isEmpty();
        assertThat(asOf("M1", "2026-11-10"))
                .as("by the day of the observation, whenever it was written down")
                .isEqualTo("first");
        assertThat(asOf("M1", "2026-11-11")).isEqualTo("first");
        assertThat(asOf("M1", "2026-11-12")).isEqualTo("second");
        assertThat(asOf("M1", "2026-11-18")).isEqualTo("second");
    }

    private String asOf(String code, String day) {
        LocalDate asked = LocalDate.parse(day);
        long field =
                Acting.asOperator(() -> fields.byCode("policy").orElseThrow().id());
        Fact fact = Acting.asOperator(() -> facts.standing(
                        archive.card(code).id(),
                        asked,
                        asked.plusDays(1).atStartOfDay(clock.getZone()).toInstant()))
                .get(field);
        return fact == null ? "" : fact.value().plain();
    }
}
