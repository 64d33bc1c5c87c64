using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>One fault in the YAML of an otherwise sound file, and exactly what a person is told about it.</summary>
internal sealed class BadYamlTests
{
    [TestCase("name: A", "name: &a A", "1:7: \"&a\" is an anchor, and anchors are not part of the format. Write the value out where it is used.")]
    [TestCase("name: A", "name: !!str A", "1:7: \"!!str\" is a tag, and tags are not part of the format. Remove it.")]
    [TestCase("[smoke]", "*a", "5:7: \"*a\" repeats an anchor, and anchors are not part of the format. Write the value out.")]
    [TestCase("  - journey: login\n", "\t- journey: login\n", "7:1: The line is indented with a tab. Indent with spaces.")]
    [TestCase("    as: attacker\n", "   as: attacker\n", "8:4: The line does not fit the list around it. Begin it with \"- \" in the list's column, or check its indentation.")]
    [TestCase("[smoke]", "[smoke", "5:7: Something in brackets is not closed here. Add \"]\" or \"}\" where it ends; a value that holds brackets or \": \" needs quotes.")]
    [TestCase("name: A", "name: A: b", "1:8: A \": \" stands inside a text without quotes. Put the text in quotes.")]
    [TestCase("name: A", "name: \"A", "1:7: A quoted text that began here is not closed in its line. Close it with the same quote, or indent the lines it goes on in.")]
    [TestCase("name: A", "name: @A", "1:7: The text begins with a character that has a meaning of its own in YAML. Put the text in quotes.")]
    [TestCase("name: A", "<<: {}\nname: A", "1:1: The merge key \"<<\" is not part of the format. Write the keys out.")]
    [TestCase("name: A", "name: A\n---\nname: A", "2:1: A second document begins here. A file holds one: remove the \"---\" or make two files.")]
    [TestCase("name: A", "name: \"\\y\" A", "1:7: A backslash in double quotes begins an escape that YAML does not have. Use single quotes, or write two backslashes.")]
    [TestCase("name: A", "name: \u0001A", "1:7: The control character U+0001 stands here. Remove it, or write it as \"\\x01\" in double quotes.")]
    [TestCase("name: A", "? [a]\n: b\nname: A", "1:3: A key is a list. Write a word or a quoted text before the colon.")]
    public void Says_what_is_wrong_and_what_to_do(string find, string put, string told)
    {
        Assert.That(Samples.ProblemsAfter(find, put), Is.EqualTo(told));
    }
}
