package mainstay.definitions;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Turns a page of Markdown into one of ours: its first heading is the title, markup inside it stays text, and
/// links to neighbouring files lead to their pages.
final class Markdown {

    private static final String ENDING = ".md";

    private final List<Extension> extensions = List.of(TablesExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();
    private final TextContentRenderer plain =
            TextContentRenderer.builder().extensions(extensions).build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .extensions(extensions)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::dress)
            .build();

    Definition definition(String text, String language, boolean foreign) {
        Node page = parser.parse(text);
        String title = "";
        if (page.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            title = plain.render(heading).strip();
            heading.unlink();
        }
        String body = html.render(page);
        Content content = output -> output.writeContent(body);
        return new Definition(title, content, language, foreign);
    }

    private static void dress(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableBlock && tag.equals("table")) {
            attributes.put("class", "table");
        }
        if (node instanceof Link link) {
            attributes.put("href", address(link.getDestination()));
        }
    }

    private static String address(String target) {
        boolean neighbour = target.endsWith(ENDING) && !target.contains(":") && !target.contains("/");
        if (!neighbour) {
            return target;
        }
        String name = target.substring(0, target.length() - ENDING.length());
        return name.equals("README") ? "/definitions" : "/definitions/" + name;
    }
}
