package mainstay.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.shared.web.Text;

/// A browser and what it runs on, as far as its own words tell. Anything can claim to be anything: good enough for
/// knowing one's own devices again, and for nothing else.
public record Device(String browser, String system) {

    private static final String OTHER = "other";

    /// The first word that is found counts: most browsers also say that they are others.
    private static final Map<String, String> BROWSERS = words(
            "wxwork/", "wecom",
            "MicroMessenger/", "wechat",
            "DingTalk/", "dingtalk",
            "Edg", "edge",
            "OPR/", "opera",
            "Firefox/", "firefox",
            "FxiOS/", "firefox",
            "CriOS/", "chrome",
            "Chrome/", "chrome",
            "Safari/", "safari");

    private static final Map<String, String> SYSTEMS = words(
            "HarmonyOS", "harmony",
            "OpenHarmony", "harmony",
            "Android", "android",
            "iPhone", "iphone",
            "iPad", "ipad",
            "Windows", "windows",
            "Macintosh", "mac",
            "CrOS", "chromebook",
            "Linux", "linux");

    static Device of(String agent) {
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    public Text words() {
        return browser.equals(OTHER) && system.equals(OTHER)
                ? Text.of("device.unknown")
                : Text.of("device.words", Text.of("device.browser." + browser), Text.of("device.system." + system));
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }
}
