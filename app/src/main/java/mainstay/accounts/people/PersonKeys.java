package mainstay.accounts.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.accounts.search.SearchKeys;

/// By what a person is found: both names, former ones, the code, and ways to reach them.
record PersonKeys(String name, String pinyin, Set<String> keys, Set<String> alike) {

    static PersonKeys of(PersonForm.Wish wish, List<String> formerNames) {
        List<String> contacts = wish.contacts().stream()
                .flatMap(contact -> Stream.concat(Stream.of(contact.folded()), contact.endings()))
                .distinct()
                .toList();
        SearchKeys usual =
                new SearchKeys(Objects.requireNonNullElse(wish.code(), ""), wish.name(), contacts, formerNames);
        Set<String> keys = new LinkedHashSet<>(usual.keys());
        if (wish.latinName() != null) {
            keys.addAll(new SearchKeys("", wish.latinName(), List.of(), List.of()).keys());
        }
        Set<String> alike = new LinkedHashSet<>(spellings(wish.name()));
        if (wish.latinName() != null) {
            alike.addAll(spellings(wish.latinName()));
        }
        return new PersonKeys(usual.beginnings().name(), usual.beginnings().pinyin(), keys, alike);
    }

    /// A name as it is compared: as it is written, as it is said, and either way round, as 王伟 is Wang Wei and Wei
    /// Wang.
    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        SearchKeys.Beginnings plain = beginnings(name);
        add(spellings, plain.name());
        add(spellings, plain.pinyin());
        List<String> words = new ArrayList<>(Arrays.asList(name.strip().split("[\\s,，·.]+")));
        if (words.size() > 1) {
            Collections.rotate(words, 1);
            add(spellings, beginnings(String.join(" ", words)).name());
            Collections.rotate(words, -2);
            add(spellings, beginnings(String.join(" ", words)).name());
        }
        return spellings;
    }

    private static SearchKeys.Beginnings beginnings(String name) {
        return new SearchKeys("", name, List.of(), List.of()).beginnings();
    }

    /// Without the letter of its kind. A single sign says too little.
    private static void add(Set<String> spellings, String key) {
        if (key.length() > 2) {
            spellings.add(key.substring(1));
        }
    }
}
