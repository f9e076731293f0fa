package mainstay.stories;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The pages of the sample that an administrator can open.
final class Places {

    static final String NOWHERE = "/no-such-page";

    private static final List<String> FIXED = List.of(
            "/today",
            "/today/team",
            "/today/digest",
            "/settings/today",
            "/portfolio",
            "/portfolio/regions",
            "/portfolio/sales?cut=category",
            "/portfolio/sales?cut=line&compare=before",
            "/quality",
            "/value",
            "/value?by=region",
            "/value/model",
            "/profit",
            "/profit/whale",
            "/profit/what-if",
            "/profit/allocation",
            "/findings",
            "/findings?test=floorPrice&strength=hint&sort=-period",
            "/findings?region=nowhere",
            "/receivables",
            "/archive",
            "/plans",
            "/plans?whose=all&show=overdue",
            "/plans/effects",
            "/plans/keys?manager=all",
            "/plans/keys?stars=4&key=archive&mark=green",
            "/settings/plans",
            "/settings/plans/templates",
            "/settings/plans/templates/grow",
            "/archive/loans",
            "/archive/loans?list=others",
            "/archive/loans/new",
            "/archive/looks",
            "/archive/leaving/kam",
            "/team",
            "/team/coverage",
            "/team/coverage?kind=nobody",
            "/team/coverage/map",
            "/team/load",
            "/team/energy",
            "/team/energy?from=2199-01-01&until=2199-02-01",
            "/team/energy/change",
            "/team/people/admin/energy",
            "/team/absences",
            "/team/absences?month=2016-05",
            "/team/people/kam/competence",
            "/team/leaving/kam",
            "/settings/team",
            "/people",
            "/people?q=no-such-person",
            "/people/privacy",
            "/people/gifts",
            "/people/1/documents",
            "/archive?asOf=2020-01-01",
            "/accounts/981/people?asOf=2015-01-01",
            "/settings/personal",
            "/archive/imports/new",
            "/activities",
            "/activities?side=internal",
            "/activities?from=2199-01-01",
            "/activities/new",
            "/depth",
            "/depth?flag=no-contact&sort=name",
            "/activities/calendar",
            "/activities/imports/new",
            "/held-orders",
            "/rebates",
            "/rebates/new",
            "/accounts",
            "/accounts?q=toys&status=all",
            "/accounts?q=no-such-account",
            "/accounts?columns=creditLimit,openedOn,code,group",
            "/accounts/columns",
            "/accounts/views",
            "/accounts/assignments/new?all=true&region=Southwest",
            "/imports",
            "/imports/new",
            "/imports/profiles",
            "/imports/inbox",
            "/search",
            "/search?q=toys",
            "/definitions",
            "/definitions/gini",
            "/profile",
            "/profile/sessions",
            "/profile/second-factor",
            "/profile/provider",
            "/settings/firm",
            "/settings/rules",
            "/settings/archive",
            "/settings/archive/new",
            "/settings/backups",
            "/settings/findings",
            "/settings/measures",
            "/settings/models",
            "/settings/models/1",
            "/settings/approvals",
            "/settings/approvals/promotion",
            "/approvals",
            "/approvals?list=ended",
            "/approvals/turnaround",
            "/people/admin/absences",
            "/settings/users",
            "/settings/users/1/sessions",
            "/settings/sign-ins",
            "/settings/sign-ins?result=refused&way=passkey",
            NOWHERE);

    private Places() {}

    /// The fixed ones, and all panels of the first account.
    static List<String> of(Visitors visitors) {
        List<String> places = new ArrayList<>(FIXED);
        places.addAll(panels(visitors));
        return places;
    }

    static String largestAccount(Visitors visitors) {
        Page page = visitors.administrator().go("/accounts").page();
        return page.locator("tbody a[href^='/accounts/']").first().getAttribute("href");
    }

    private static List<String> panels(Visitors visitors) {
        String account = largestAccount(visitors);
        Page page = visitors.administrator().go(account).page();
        return Stream.concat(
                        Stream.of(account, account + "/brief", account + "/brief/print", account + "/terms/limits"),
                        page.locator("#account-panel .tabs a").all().stream().map(tab -> tab.getAttribute("href")))
                .toList();
    }
}
