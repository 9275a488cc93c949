package org.diaodu.policy.book;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A yaml file as a tree of nodes with their lines; no object of any class is made of it. */
final class YamlFile {

    private YamlFile() {}

    /** The mapping the file is; null, and said, where it is none. */
    static @Nullable YamlMap read(String text, FaultList faults) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text.replace("\uFEFF", "")));
            if (root instanceof MappingNode map) {
                return new YamlMap(map, faults);
            }
            faults.add(
                    "policy.yaml",
                    1,
                    "应由“名称: 值”的行组成。建议：照其他条款的写法。",
                    "it should be lines of name: value. Maybe copy how another clause writes it.");
        } catch (YAMLException e) {
            boolean marked = e instanceof MarkedYAMLException m && m.getProblemMark() != null;
            int line = marked ? ((MarkedYAMLException) e).getProblemMark().getLine() + 1 : 0;
            String problem = e instanceof MarkedYAMLException m && m.getProblem() != null
                    ? m.getProblem()
                    : String.valueOf(e.getMessage());
            faults.add(
                    "policy.yaml",
                    line,
                    "不是 YAML（" + problem + "）。建议：核对缩进、引号和冒号后的空格。",
                    "it is not YAML (" + problem
                            + "). Maybe check the indentation, the quotes and the space after a colon.");
        }
        return null;
    }
}
