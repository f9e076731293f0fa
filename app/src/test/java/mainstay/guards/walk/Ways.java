package mainstay.guards.walk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the addresses of all routes are made: what stands for each variable, who knows that it is there,
/// and which questions are asked besides. A route with a variable that nothing stands for is refused,
/// so that a new one has to be placed here.
final class Ways {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:\\\\.|[^{}])*))?}");
    private static final Set<Reader> ALL = EnumSet.allOf(Reader.class);
    private static final String NOWHERE = "99999";

    /// Whatever stands for a variable after certain words of a route.
    ///
    /// @param after   how the route goes before the variable ends
    /// @param knowing who may be told that there is such a thing; everybody where that is no secret
    private record Stop(String after, String variable, String value, String absent, Set<Reader> knowing) {}

    /// One address to walk to.
    ///
    /// @param absent  the same for something that there is not; null where its variables are no secret
    /// @param knowing who may be told a difference between the two
    record Way(String route, String address, String absent, Set<Reader> knowing) {

        boolean isOfSomething() {
            return !absent.isEmpty();
        }
    }

    private final List<Stop> stops = new ArrayList<>();

    Ways(ToLongFunction<String> numbers) {
        secrets(numbers);
        known(numbers);
    }

    private void secret(String after, String variable, Object value, Set<Reader> knowing) {
        stops.add(new Stop(after, variable, "" + value, variable.equals("code") ? "HX404" : NOWHERE, knowing));
    }

    private void known(String after, String variable, Object value) {
        stops.add(new Stop(after, variable, "" + value, "", ALL));
    }

    private void secrets(ToLongFunction<String> of) {
        Set<Reader> director = EnumSet.of(Reader.DIRECTOR);
        secret("accounts/", "code", FilledFirm.OURS, Reader.CARD);
        secret("/archive/personal/", "person", of.applyAsLong("person"), Reader.BUSINESS);
        secret("/documents/", "id", of.applyAsLong("paper"), Reader.FULL);
        secret("/needs/", "id", of.applyAsLong("need"), Reader.BUSINESS);
        secret("/rebates/", "ladder", of.applyAsLong("ladder"), director);
        secret("/team/members/", "id", of.applyAsLong("member"), Reader.CARD);
        secret("/accounts/views/", "id", of.applyAsLong("view"), Told.OWN_VIEW.readers());
        secret("/activities/", "id", of.applyAsLong("activity"), Reader.BUSINESS);
        secret("/activities/", "id", of.applyAsLong("internal"), Told.AMONG_US.readers());
        secret("/approvals/", "id", of.applyAsLong("whisper"), director);
        secret("/approvals/", "id", of.applyAsLong("request"), Reader.BUSINESS);
        secret("/loans/", "id", of.applyAsLong("loan"), Told.LOAN.readers());
        secret("/findings/", "id", of.applyAsLong("finding"), Reader.BUSINESS);
        for (String variable : List.of("id", "person")) {
            secret("/people/", variable, of.applyAsLong("person"), Reader.BUSINESS);
        }
        secret("/privacy/", "request", of.applyAsLong("disclosure"), director);
        secret("/positions/", "position", of.applyAsLong("position"), Reader.BUSINESS);
        for (String variable : List.of("id", "plan")) {
            secret("/plans/", variable, of.applyAsLong("plan"), Reader.BUSINESS);
        }
        secret("/goals/", "goal", of.applyAsLong("goal"), Reader.BUSINESS);
        secret("/work-items/", "id", of.applyAsLong("work"), Reader.BUSINESS);
        secret("/rebates/", "id", of.applyAsLong("ladder"), director);
        secret("/handovers/", "id", of.applyAsLong("handover"), Told.LEAVING.readers());
    }

    /// Words of the house, colleagues, and what is behind a door for few anyway.
    private void known(ToLongFunction<String> of) {
        known("/archive/", "field", "problems");
        known("", "n", 1);
        known("", "from", "2026-01-01");
        known("/editions/", "number", 1);
        known("/definitions/", "name", "who-may");
        known("/portfolio/curves/", "kind", "pareto");
        for (String before : List.of("/energy/people/", "/team/people/", "/people/")) {
            known(before, "name", Reader.MEMBER.userName());
        }
        known("/leaving/", "user", "walk.leaver");
        known("/settings/users/", "id", of.applyAsLong("user"));
        known("/settings/approvals/", "kind", "plan");
        known("/settings/archive/", "field", "problems");
        known("/settings/models/", "number", 1);
        known("/settings/plans/templates/", "code", "grow");
        known("/imports/", "batch", 1);
        // there is none in this firm: who uploads sees one's own alone (FactExchangeTests, ActivityExchangeTests,
        // ImportPagesTests)
        known("/activities/imports/", "id", NOWHERE);
        known("/archive/imports/", "id", NOWHERE);
        known("/imports/drafts/", "id", "0190a0b0-0000-7000-8000-000000000000");
        // directors and administrators alone, who reach every account: BulkAssignmentTests
        known("/accounts/assignments/", "number", 1);
        // the address is the key itself: CalendarFeedTests
        known("/calendar/", "secret", "nobody-has-this");
        known("/calendar/nobody-has-this/", "code", FilledFirm.OURS);
    }

    /// All addresses of a route.
    List<Way> of(String route) {
        List<Way> ways = placed(route);
        if (ways.isEmpty()) {
            throw new IllegalStateException(
                    "nothing stands for a variable of " + route + ": place it in " + Ways.class);
        }
        return ways;
    }

    /// The same; none where nothing stands for one of its variables.
    List<Way> placed(String route) {
        List<Way> ways = List.of(new Way(route, route, "", ALL));
        while (!ways.isEmpty() && VARIABLE.matcher(ways.getFirst().address()).find()) {
            ways = ways.stream().flatMap(this::filled).toList();
        }
        return ways;
    }

    private Stream<Way> filled(Way way) {
        Matcher variable = VARIABLE.matcher(way.address());
        if (!variable.find()) {
            throw new IllegalStateException(way.address());
        }
        String words = variable.group(2);
        if (words != null && words.contains("|")) {
            return Stream.of(words.split("\\|")).map(word -> with(way, variable, new Stop("", "", word, "", ALL)));
        }
        String before = way.address().substring(0, variable.start());
        List<Stop> fitting = stops.stream()
                .filter(stop -> stop.variable().equals(variable.group(1)) && before.endsWith(stop.after()))
                .toList();
        int longest =
                fitting.stream().mapToInt(stop -> stop.after().length()).max().orElse(0);
        return fitting.stream().filter(stop -> stop.after().length() == longest).map(stop -> with(way, variable, stop));
    }

    /// What is asked for by several numbers is as secret as the most secret of them; that is missing then.
    private static Way with(Way way, Matcher variable, Stop stop) {
        String address = replaced(way.address(), variable, stop.value());
        if (stop.absent().isEmpty()) {
            String absent = way.isOfSomething() ? way.absent().replace(variable.group(), stop.value()) : "";
            return new Way(way.route(), address, absent, way.knowing());
        }
        Set<Reader> knowing = EnumSet.copyOf(way.knowing());
        knowing.retainAll(stop.knowing());
        return new Way(way.route(), address, replaced(way.address(), variable, stop.absent()), knowing);
    }

    private static String replaced(String address, Matcher variable, String value) {
        return address.substring(0, variable.start()) + value + address.substring(variable.end());
    }
}
