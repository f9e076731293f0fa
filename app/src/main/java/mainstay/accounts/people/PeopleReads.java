package mainstay.accounts.people;

import java.util.List;

/// Keeps that programs were told how people are reached; contributed by whoever keeps the read log. What it
/// throws keeps the answer back.
public interface PeopleReads {

    /// @param people about to be told, each with all that the reader may see
    void note(List<PersonRead> people);

    /// @param accounts where the reader sees the person at work, now or once
    record PersonRead(long person, List<Long> accounts) {

        static PersonRead of(Person person, List<Position> positions) {
            return new PersonRead(
                    person.id(),
                    positions.stream().map(Position::accountId).distinct().toList());
        }
    }
}
