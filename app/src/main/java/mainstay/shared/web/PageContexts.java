package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.web.PageContext.Surroundings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Gathers what the layout needs to know about a request.
@Component
public class PageContexts {

    private final Texts texts;
    private final Viewer.Source viewers;
    private final List<NavigationEntry> navigation;
    private final List<PageNotice> notices;
    private final ObjectProvider<ResourceUrlProvider> assets;

    PageContexts(
            Texts texts,
            Viewer.Source viewers,
            ObjectProvider<NavigationEntry> navigation,
            ObjectProvider<PageNotice> notices,
            ObjectProvider<ResourceUrlProvider> assets) {
        this.texts = texts;
        this.viewers = viewers;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.notices = notices.stream().toList();
        this.assets = assets;
    }

    PageContext of(HttpServletRequest request, Map<String, ?> model) {
        Viewer viewer = viewers.current();
        return new PageContext(
                texts, locale(request, viewer), viewer, viewers.firm(), surroundings(request, viewer, model));
    }

    /// The reader's own choice, else the browser's.
    public Locale locale(HttpServletRequest request) {
        return locale(request, viewers.current());
    }

    private static Locale locale(HttpServletRequest request, Viewer viewer) {
        Locale chosen = viewer.locale();
        return Texts.nearest(chosen == null ? request.getLocale() : chosen);
    }

    private Surroundings surroundings(HttpServletRequest request, Viewer viewer, Map<String, ?> model) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Surroundings(
                request.getRequestURI(),
                viewer.name() == null
                        ? List.of()
                        : navigation.stream()
                                .filter(entry -> viewer.reach() >= entry.reach())
                                .toList(),
                notices.stream()
                        .map(PageNotice::messageKey)
                        .flatMap(Optional::stream)
                        .toList(),
                model.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null,
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                this::versioned);
    }

    private String versioned(String path) {
        @Nullable String address = assets.getObject().getForLookupPath(path);
        return Objects.requireNonNullElse(address, path);
    }
}
