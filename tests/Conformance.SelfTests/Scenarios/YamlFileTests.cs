using System.Text;
using Conformance.Scenarios.Loading.Yaml;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class YamlFileTests
{
    [TestCase("", "file.yaml:1:1: The file is empty. Fill it, or remove it.")]
    [TestCase(" \n\n", "file.yaml:1:1: The file is empty. Fill it, or remove it.")]
    [TestCase("# a\n# b\n", "file.yaml:1:1: The file holds nothing but comments. Fill it, or remove it.")]
    [TestCase("%YAML 1.2\n---\na: 1\n", "file.yaml:1:1: Directives such as \"%YAML\" are not part of the format. Remove the line.")]
    public void Refuses_a_file_that_says_nothing(string text, string told)
    {
        Assert.That(Samples.Yaml(text).Problems.Select(problem => problem.ToString()), Is.EqualTo([told]));
    }

    [Test]
    public void Keeps_places_quotes_and_order()
    {
        var map = (YamlMap)Samples.Yaml("b: 1\na: [x, 'y', ~]\n").Root!;
        var items = ((YamlList)map["a"]!).Items.Cast<YamlScalar>().ToList();

        Assert.That(map.Entries.Select(entry => entry.Key.Value), Is.EqualTo(["b", "a"]));
        Assert.That(items.Select(item => item.Location.Column), Is.EqualTo([5, 8, 13]));
        Assert.That(items.Select(item => item.IsPlain), Is.EqualTo([true, false, true]));
        Assert.That(items.Select(item => item.IsNull), Is.EqualTo([false, false, true]));
    }

    [Test]
    public void Takes_a_byte_order_mark_and_carriage_returns()
    {
        using var folder = new ScenarioFolder().With("x.yaml", [.. Encoding.UTF8.Preamble, .. "a: 1\r\nb: 2\r\n"u8]);

        var file = YamlFile.Read(folder.PathOf("x.yaml"), "x.yaml");

        Assert.That(file.Problems, Is.Empty);
        Assert.That(((YamlMap)file.Root!).Entries[0].Key.Location.Column, Is.EqualTo(1));
    }

    [Test]
    public void Says_where_a_file_is_not_UTF_8()
    {
        using var folder = new ScenarioFolder().With("x.yaml", [.. "a: 1\nb: \u00e9"u8, 0xE9, (byte)'\n']);

        Assert.That(Read(folder), Is.EqualTo(["x.yaml:2:5: The byte 0xE9 is not UTF-8. Save the file as UTF-8."]));
    }

    [Test]
    public void Refuses_a_large_file_before_it_is_parsed()
    {
        using var folder = new ScenarioFolder().With("x.yaml", Enumerable.Repeat((byte)'[', 10 * 1024 * 1024).ToArray());

        Assert.That(Read(folder), Is.EqualTo(["x.yaml:1:1: The file is larger than 1 MB, which no file of this suite is. Split it into smaller files."]));
    }

    [TestCase('[')]
    [TestCase('{')]
    public void Refuses_deep_nesting(char bracket)
    {
        var file = Samples.Yaml(new string(bracket, 100_000));

        Assert.That(file.Problems.Select(problem => problem.ToString()), Is.EqualTo(["file.yaml:1:33: The file is nested more than 32 levels deep. Flatten it."]));
    }

    [Test]
    public void Refuses_an_anchor_bomb()
    {
        var bomb = new StringBuilder("a: &a [x, x]\n");
        for (var letter = 'b'; letter <= 'z'; letter++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"{letter}: &{letter} [*{(char)(letter - 1)}, *{(char)(letter - 1)}]\n");
        }

        var file = Samples.Yaml(bomb.ToString());

        Assert.That(file.Root, Is.Null);
        Assert.That(file.Problems[0].Message, Does.Contain("anchors are not part of the format"));
    }

    [Test]
    public void Says_that_a_file_is_not_there()
    {
        Assert.That(
            YamlFile.Read("nowhere/x.yaml").Problems.Select(problem => problem.ToString()),
            Is.EqualTo(["nowhere/x.yaml:1:1: The file cannot be read. There is no such file. Check the name."]));
    }

    [Test]
    public void Never_throws_whatever_the_text()
    {
        var letters = Gen.Elements("a", "b", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ",", "\"", "'", "&x ", "*x", "!", "|\n", ">\n", "? ", "#", "%", "@", "`", "\t", "---\n", "...", "<<", "~", "${", "\\", "\u0085", "\ud800", "é");
        var texts = letters.ListOf().Select(string.Concat);

        Prop.ForAll(
            texts.ToArbitrary(),
            text =>
            {
                var file = Samples.Yaml(text);
                return (file.Root is null) == (file.Problems.Count > 0) || file.Problems.All(problem => problem.Message.Contains("second time", StringComparison.Ordinal));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(40));
    }

    private static string[] Read(ScenarioFolder folder) =>
        [.. YamlFile.Read(folder.PathOf("x.yaml"), "x.yaml").Problems.Select(problem => problem.ToString())];
}
