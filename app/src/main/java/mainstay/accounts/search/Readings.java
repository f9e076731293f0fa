package mainstay.accounts.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The ways to read Chinese characters aloud, as syllables without tones. The first is the one that the words
/// suggest (重庆 is Chongqing); the others read one character otherwise (Zhongqing).
final class Readings {

    private static final int MOST = 8;
    private static final int MOST_OF_ONE = 3;

    private static final Map<Character, List<String>> OF_ONE = new ConcurrentHashMap<>();

    private Readings() {}

    /// Each reading has a syllable for each character; the legal form at the end is read in one way.
    static List<List<String>> of(String chinese) {
        int telling = SearchKeys.telling(chinese);
        List<String> usual = usual(chinese);
        List<List<String>> readings = new ArrayList<>(List.of(usual));
        for (int i = 0; i < telling && readings.size() < MOST; i++) {
            for (String other : ofOne(chinese.charAt(i))) {
                if (!other.equals(usual.get(i)) && readings.size() < MOST) {
                    List<String> reading = new ArrayList<>(usual);
                    reading.set(i, other);
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    static List<String> usual(String chinese) {
        String[] syllables =
                PinyinHelper.toPinyin(chinese, PinyinStyleEnum.NORMAL, " ").split(" ");
        if (syllables.length == chinese.length()) {
            return List.of(syllables).stream().map(Readings::typed).toList();
        }
        return chinese.chars()
                .mapToObj(character -> ofOne((char) character).getFirst())
                .toList();
    }

    private static List<String> ofOne(char character) {
        return OF_ONE.computeIfAbsent(character, Readings::lookUp);
    }

    private static List<String> lookUp(char character) {
        List<String> syllables = PinyinHelper.toPinyinList(character, PinyinStyleEnum.NORMAL).stream()
                .flatMap(syllable -> syllable.contains("ü")
                        ? List.of(typed(syllable), syllable.replace('ü', 'u')).stream()
                        : List.of(syllable).stream())
                .distinct()
                .limit(MOST_OF_ONE)
                .toList();
        return syllables.isEmpty() ? List.of(String.valueOf(character)) : syllables;
    }

    /// As an input method wants it: lü is typed lv.
    private static String typed(String syllable) {
        return syllable.replace('ü', 'v');
    }
}
