using Conformance.Scenarios.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>Turns parser events into nodes and refuses what the format leaves out.</summary>
internal sealed class YamlTreeBuilder(string file, ICollection<ScenarioProblem> problems)
{
    private const int DeepestNesting = 32;

    private bool _isRefused;

    public YamlNode? Build(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            return Document(parser, text);
        }
        catch (YamlException exception)
        {
            problems.Report(At(exception.Start), YamlReason.InPlainWords(exception.Message));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // YamlDotNet 16.3 leaves its own way of complaining for some unclosed brackets.
            problems.Report(At(parser.Current?.End ?? Mark.Empty), YamlReason.Unclosed);
            return null;
        }
    }

    private YamlNode? Document(Parser parser, string text)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            problems.Report(
                new Location(file, 1, 1),
                string.IsNullOrWhiteSpace(text)
                    ? "The file is empty. Fill it, or remove it."
                    : "The file holds nothing but comments. Fill it, or remove it.");
            return null;
        }

        var start = parser.Consume<DocumentStart>();
        if (start.Version is not null)
        {
            Refuse(At(start.Start), "Directives such as \"%YAML\" are not part of the format. Remove the line.");
        }

        var root = Node(parser, 1);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            Refuse(At(second.Start), "A second document begins here. A file holds one: remove the \"---\" or make two files.");
        }

        return _isRefused ? null : root;
    }

    private YamlNode Node(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            // A parser error and not a problem of ours: it leaves every level at once.
            throw new YamlException(parser.Current!.Start, parser.Current.End, YamlReason.TooDeep);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Refuse(At(alias.Start), $"\"*{alias.Value}\" repeats an anchor, and anchors are not part of the format. Write the value out.");
            return new YamlScalar(string.Empty, IsPlain: true, At(alias.Start));
        }

        return parser.TryConsume<Scalar>(out var scalar) ? Scalar(scalar)
            : parser.TryConsume<SequenceStart>(out var sequence) ? List(parser, sequence, depth)
            : Map(parser, parser.Consume<MappingStart>(), depth);
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        CheckProperties(scalar);
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, At(scalar.Start));
    }

    private YamlList List(Parser parser, SequenceStart start, int depth)
    {
        CheckProperties(start);
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser, depth + 1));
        }

        return new YamlList(items, At(start.Start));
    }

    private YamlMap Map(Parser parser, MappingStart start, int depth)
    {
        CheckProperties(start);
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1);
            var value = Node(parser, depth + 1);
            if (key is not YamlScalar { IsNull: false } name)
            {
                Refuse(key.Location, $"A key is {key.Kind}. Write a word or a quoted text before the colon.");
                continue;
            }

            if (name is { IsPlain: true, Value: "<<" })
            {
                Refuse(name.Location, "The merge key \"<<\" is not part of the format. Write the keys out.");
            }
            else if (lines.TryGetValue(name.Value, out var line))
            {
                problems.Report(name.Location, $"\"{name.Value}\" stands here a second time, first in line {line}. Remove one of them.");
            }
            else
            {
                lines.Add(name.Value, name.Location.Line);
                entries.Add(new YamlEntry(name, value));
            }
        }

        return new YamlMap(entries, At(start.Start));
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Refuse(At(node.Start), $"\"&{node.Anchor.Value}\" is an anchor, and anchors are not part of the format. Write the value out where it is used.");
        }

        if (!node.Tag.IsEmpty)
        {
            Refuse(At(node.Start), $"\"{node.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal)}\" is a tag, and tags are not part of the format. Remove it.");
        }
    }

    private void Refuse(Location location, string message)
    {
        _isRefused = true;
        problems.Report(location, message);
    }

    private Location At(Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
