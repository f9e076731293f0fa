package mainstay.accounts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import mainstay.accounts.search.Likeness.Called;
import mainstay.accounts.search.Likeness.Reason;
import mainstay.accounts.search.Marks.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # typed,          name,                    why,         what shows it
            C-000123,         东莞华兴机械有限公司,       CODE,        C000123
            c0001,            东莞华兴机械有限公司,       CODE_BEGINS, C0001
            123,              东莞华兴机械有限公司,       CODE_BEGINS, 123
            东莞华兴机械有限公司, 东莞华兴机械有限公司,      NAME,        东莞华兴机械有限公司
            東莞,             东莞华兴机械有限公司,       NAME_BEGINS, 东莞
            机械,             東莞華興機械有限公司,       WORDS,       機械
            械,               东莞华兴机械有限公司,       WORDS,       械
            华兴 东莞,         华兴（东莞）机械,           NAME_BEGINS, 华兴（东莞
            东莞 机械,         东莞华兴机械有限公司,       WORDS,       东莞|机械
            dongguan,         东莞华兴机械有限公司,       PINYIN,      东莞
            huaxingji,        东莞华兴机械有限公司,       PINYIN,      华兴机
            dong guan ji xie, 东莞机械,                 PINYIN,      东莞机械
            chongqing,        重庆长安汽车,              PINYIN,      重庆
            zhongqing,        重庆长安汽车,              PINYIN,      重庆
            nvjuzhang,        绿女局长,                 PINYIN,      女局长
            dgjx,             东莞机械,                 INITIALS,    东莞机械
            dgjx,             东莞市华兴机械有限公司,      INITIALS,    东莞|机械
            hxjx,             东莞华兴机械有限公司,       INITIALS,    华兴机械
            harb,             Harbour & Sons,          NAME_BEGINS, Harb
            sons,             Harbour & Sons,          WORDS,       Sons
            ＳＯＮＳ,           Harbour & Sons,          WORDS,       Sons
            muller strasse,   Café Müller Straße,      WORDS,       Müller|Straße
            obrien,           O'Brien Ltd,             NAME_BEGINS, O'Brien
            汉字 77,          汉字 长城 77,             WORDS,       汉字|77
            nothing,          东莞机械,                 ALIKE,       ''
            """)
    void a_name_is_found_and_says_why(String typed, String name, Reason reason, String meant) {
        Likeness likeness = Likeness.of(Wanted.of(typed), new Called("C000123", name, List.of(), List.of()));

        assertThat(likeness.reason()).isEqualTo(reason);
        assertThat(likeness.marks().pieces().stream()
                        .filter(Piece::meant)
                        .map(Piece::text)
                        .collect(Collectors.joining("|")))
                .isEqualTo(meant);
    }

    @Test
    void what_it_was_called_before_is_named() {
        Called called = new Called("N-1", "New Harbour", List.of("OLD-7"), List.of("Old Mill", "东莞机械"));

        assertThat(Likeness.of(Wanted.of("old7"), called).reason()).isEqualTo(Reason.OTHER_CODE);
        assertThat(Likeness.of(Wanted.of("mill"), called).shown()).isEqualTo("Old Mill");
        assertThat(Likeness.of(Wanted.of("dgjx"), called).reason()).isEqualTo(Reason.FORMER_NAME);
    }

    @Test
    void marks_never_lose_or_add_a_letter() {
        for (String name :
                List.of("ﬁne 𠮷野家 ＡＢＣ", "e\u0301cole Ångström", "\u202Eabc\u202C 东莞", "㈱山田", "😀 shop", "")) {
            for (String typed : List.of("fi", "𠮷", "abc", "ecole", "angs", "东", "shan", "😀", "shop", "％")) {
                Likeness likeness = Likeness.of(Wanted.of(typed), new Called("1", name, List.of(), List.of()));
                assertThat(likeness.marks().pieces().stream().map(Piece::text).collect(Collectors.joining()))
                        .isEqualTo(likeness.shown());
            }
        }
    }
}
