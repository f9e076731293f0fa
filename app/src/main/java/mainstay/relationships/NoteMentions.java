package mainstay.relationships;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.accounts.people.Position;
import mainstay.activity.Mention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds out whom notes name: `@` stands before a person, `#` before an account by its code or name. The longest name
/// that fits is meant. Only whom the writer sees can be named; what fits nobody stays a word.
@Repository
@Transactional(readOnly = true)
class NoteMentions {

    /// An address for mail is no mention.
    private static final Pattern SIGN = Pattern.compile("(?<![A-Za-z0-9._-])([@#＠＃])([^\\s@#＠＃][^\\n@#＠＃]{0,79})");

    private static final int MOST = 50;
    private static final int MOST_CHOICES = 20;

    private final JdbcClient database;

    NoteMentions(JdbcClient database) {
        this.database = database;
    }

    /// What was found.
    ///
    /// @param mentions  of each words once
    /// @param questions about words that could mean several
    record Found(List<Mention> mentions, List<Question> questions) {}

    /// @param there people of the account of the note, who are meant before others of their name
    /// @param meant answers to questions that were asked before
    Found in(String text, List<Position> there, List<String> meant) {
        Map<String, Mention> mentions = new LinkedHashMap<>();
        Map<String, Question> questions = new LinkedHashMap<>();
        Matcher signs = SIGN.matcher(text);
        while (signs.find() && mentions.size() + questions.size() < MOST) {
            resolve(signs.group(1), signs.group(2), there, meant, mentions, questions);
        }
        return new Found(List.copyOf(mentions.values()), List.copyOf(questions.values()));
    }

    private void resolve(
            String sign,
            String rest,
            List<Position> there,
            List<String> meant,
            Map<String, Mention> mentions,
            Map<String, Question> questions) {
        boolean person = sign.equals("@") || sign.equals("＠");
        List<Named> named = person ? people(rest, there) : accounts(rest);
        if (named.isEmpty()) {
            return;
        }
        String words = sign + named.getFirst().written();
        List<Question.Choice> choices = named.stream().map(Named::choice).toList();
        if (choices.size() == 1) {
            mentions.putIfAbsent(words, mention(words, choices.getFirst()));
            return;
        }
        for (Question.Choice choice : choices) {
            if (meant.contains(Question.answer(words, choice.kind(), choice.id()))) {
                mentions.putIfAbsent(words, mention(words, choice));
                return;
            }
        }
        Question question = new Question(words, choices);
        if (!meant.contains(question.nobody())) {
            questions.putIfAbsent(words, question);
        }
    }

    private static Mention mention(String words, Question.Choice choice) {
        return choice.kind().equals("person")
                ? Mention.ofPerson(words, choice.id())
                : Mention.ofAccount(words, choice.id());
    }

    /// Somebody whose name the text begins with.
    ///
    /// @param written as it stands in the text
    private record Named(String written, Question.Choice choice) {}

    private List<Named> people(String rest, List<Position> there) {
        List<Named> here = longest(there.stream()
                .filter(position -> !position.erased())
                .flatMap(position -> Stream.of(position.name(), position.latinName())
                        .filter(name -> name != null && begins(rest, name))
                        .map(name -> named(
                                rest, name, "person", position.personId(), position.name(), position.accountName())))
                .toList());
        List<Named> elsewhere = longest(database.sql("""
                        select x.id, x.name,
                               coalesce((select string_agg(distinct a.name, ', ') from accounts.pub_position p
                                         join accounts.pub_card a on a.id = p.account_id where p.person_id = x.id), '') as detail
                        from accounts.pub_person x
                        where x.name collate "zh-x-icu" = any(cast(:beginnings as text[])) and (x.erased_at is not null) = false
                        limit :most
                        """)
                .param("beginnings", beginnings(rest).toArray(String[]::new))
                .param("most", MOST_CHOICES)
                .query((row, number) -> named(
                        rest,
                        row.getString("name"),
                        "person",
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("detail")))
                .list());
        return !here.isEmpty() && (elsewhere.isEmpty() || length(here) >= length(elsewhere)) ? here : elsewhere;
    }

    private List<Named> accounts(String rest) {
        List<Named> found = database.sql("""
                        select a.id, a.code, a.name, a.code as written from accounts.pub_card a
                        where a.code = any(cast(:beginnings as text[]))
                        union all
                        select a.id, a.code, a.name, a.name as written from accounts.pub_card a
                        where a.name = any(cast(:beginnings as text[]))
                        limit :most
                        """)
                .param("beginnings", beginnings(rest).toArray(String[]::new))
                .param("most", MOST_CHOICES)
                .query((row, number) -> named(
                        rest,
                        row.getString("written"),
                        "account",
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("code")))
                .list();
        return longest(found);
    }

    private static Named named(String rest, String name, String kind, long id, String called, String detail) {
        return new Named(rest.substring(0, name.length()), new Question.Choice(kind, id, called, detail));
    }

    private static int length(List<Named> named) {
        return named.getFirst().written().length();
    }

    /// Those of the longest words, each of them once.
    private static List<Named> longest(Collection<Named> named) {
        int longest =
                named.stream().mapToInt(one -> one.written().length()).max().orElse(0);
        Map<Long, Named> kept = new LinkedHashMap<>();
        named.stream()
                .filter(one -> one.written().length() == longest)
                .forEach(one -> kept.putIfAbsent(one.choice().id(), one));
        return List.copyOf(kept.values());
    }

    private static boolean begins(String rest, String name) {
        return rest.length() >= name.length()
                && rest.substring(0, name.length()).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                && endsAWord(rest, name.length());
    }

    /// All that it could begin with: in letters and digits whole words alone, in Chinese after each character.
    private static List<String> beginnings(String rest) {
        List<String> beginnings = new ArrayList<>();
        IntStream.rangeClosed(1, rest.length())
                .filter(end -> endsAWord(rest, end))
                .forEach(end -> beginnings.add(rest.substring(0, end)));
        return beginnings;
    }

    private static boolean endsAWord(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        return !Character.isLowSurrogate(next) && !(isLatin(last) && isLatin(next));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN;
    }
}
