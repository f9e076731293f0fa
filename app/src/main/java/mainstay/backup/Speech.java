package mainstay.backup;

import java.util.Locale;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What a command says on the terminal, in the language that was asked for or the machine's.
record Speech(CommandSpec spec, Texts texts, Locale language) {

    static Speech of(CommandSpec spec, Texts texts, @Nullable String language) {
        if (language == null) {
            return new Speech(spec, texts, Texts.nearest(Locale.getDefault(Locale.Category.DISPLAY)));
        }
        Locale wanted = Locale.forLanguageTag(language.replace('_', '-'));
        if (!wanted.getLanguage().equals("en") && !wanted.getLanguage().equals("zh")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--language is en, zh-CN or zh-TW, not " + language);
        }
        return new Speech(spec, texts, Texts.nearest(wanted));
    }

    void say(String key, Object... arguments) {
        spec.commandLine().getOut().println(texts.get(language, key, arguments));
        spec.commandLine().getOut().flush();
    }

    void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    int refuse(Problem problem) {
        spec.commandLine().getErr().println(texts.get(language, problem.messageKey(), problem.arguments()));
        spec.commandLine().getErr().flush();
        return 1;
    }
}
