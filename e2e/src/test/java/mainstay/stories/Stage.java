package mainstay.stories;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives stories the application and the browser. Both are started when first needed and closed after the
/// last story.
final class Stage implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = Chromium.find();
        Assumptions.assumeTrue(
                executable.isPresent(), "No Chromium was found: install one or name it with CHROMIUM_PATH");
        Store store = context.getRoot().getStore(NAMESPACE);
        Firm firm = context.getRequiredTestClass().getAnnotation(Story.class).on();
        Chromium chromium =
                store.computeIfAbsent(Chromium.class, key -> Chromium.launch(executable.orElseThrow()), Chromium.class);
        store.computeIfAbsent(
                firm, key -> new Visitors(chromium.browser(), RunningMainstay.start(firm)), Visitors.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitors(context).leave();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return visitors(context);
    }

    private static Visitors visitors(ExtensionContext context) {
        Firm firm = context.getRequiredTestClass().getAnnotation(Story.class).on();
        return Objects.requireNonNull(context.getRoot().getStore(NAMESPACE).get(firm, Visitors.class));
    }
}
