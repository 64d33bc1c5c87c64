using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Conformance.Saml.Canonicalization;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Our canonical form against two that others wrote.</summary>
public sealed class CanonicalizerTests
{
    private const string Xml11 = """<?xml version="1.0"?>""";

    private static readonly string[] Documents =
    [
        "<a/>",
        "<a b=\"1\" a='2'  c = \"3\"></a>",
        "<a xmlns=\"urn:x\"><b xmlns=\"\"><c xmlns=\"urn:x\"/></b></a>",
        "<a xmlns=\"\"><b xmlns=\"urn:y\"><c xmlns=\"\"/></b></a>",
        "<p:a xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" xmlns=\"urn:d\"><q:b p:x=\"1\" q:x=\"2\" x=\"0\"/><c/></p:a>",
        "<a xmlns:b=\"urn:1\" xmlns:a=\"urn:2\" a:z=\"1\" b:a=\"2\" z=\"3\" a=\"4\"/>",
        "<a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:2\"><p:c xmlns:p=\"urn:1\"/></p:b></a>",
        "<a>line&#13;end\r\nnext\rlast &amp; &lt; &gt; \" '</a>",
        "<a x=\"&#9;&#10;&#13; &amp;&lt;>&quot;'\" y='a\tb\nc'/>",
        "<a><![CDATA[<b> & ]] ]]>]]&gt;<![CDATA[]]></a>",
        "<a><?target  data here ?><?empty?><!-- a comment --> text <!----></a>",
        Xml11 + "<!-- before --><?before x?>\n<a/>\n<!-- after --><?after?>",
        "<a xml:lang=\"en\" xml:space=\"preserve\"> <b xml:lang=\"de\"> <c/> </b> </a>",
        "<a><b>\u9AD9\u6A4B \uD83D\uDE00 e\u0301</b></a>",
        "<a xmlns:x=\"urn:x\"><b xmlns:x=\"urn:x\"><x:c xmlns:x=\"urn:x\" xmlns:y=\"urn:y\"/></b></a>",
        "<n0:a xmlns:n0=\"urn:0\" xmlns:n1=\"urn:1\" xmlns:n2=\"urn:2\"><n1:b n2:at=\"v\" type=\"n2:q\"><n0:c/></n1:b></n0:a>",
        "<a xmlns=\"urn:d\" xmlns:e=\"urn:e\"><e:b><c xmlns=\"\"><e:d><f xmlns=\"urn:d\"/></e:d></c></e:b></a>",
    ];

    // The platform declares the prefix xml again; libxml2 does not.
    private static readonly string[] AllDocuments =
    [
        .. Documents,
        "<a xmlns:xml=\"http://www.w3.org/XML/1998/namespace\" xml:lang=\"en\"><xml:b/></a>"
    ];

    [Test]
    public void Whole_documents_equal_the_platforms(
        [ValueSource(nameof(Documents))] string xml, [Values] bool exclusive, [Values] bool comments)
    {
        var document = Load(xml);
        Transform reference = exclusive ? new XmlDsigExcC14NTransform(comments) : new XmlDsigC14NTransform(comments);
        reference.LoadInput(document);
        Assert.That(Ours(document, exclusive, comments), Is.EqualTo(Read(reference)));
    }

    [Test]
    public void Subtrees_equal_the_platforms(
        [ValueSource(nameof(Documents))] string xml, [Values] bool exclusive, [Values(null, "p", "n1 n2 #default", "x e")] string? prefixes)
    {
        var document = Load(xml);
        foreach (var apex in document.SelectNodes("//*")!.OfType<XmlElement>())
        {
            Transform reference = exclusive ? new XmlDsigExcC14NTransform(false, prefixes) : new XmlDsigC14NTransform();
            reference.LoadInput(Alone(apex, withXmlAttributes: !exclusive));
            var ours = new Canonicalizer(exclusive, false, exclusive ? prefixes : null).Canonicalize(apex);
            Assert.That(Encoding.UTF8.GetString(ours), Is.EqualTo(Read(reference)), $"at <{apex.Name}>");
        }
    }

    [Test]
    public void Whole_documents_equal_libxml([ValueSource(nameof(AllDocuments))] string xml, [Values] bool exclusive)
    {
        ExternalProgram.Require("xmllint");
        var path = TemporaryFiles.Write("document.xml", Encoding.UTF8.GetBytes(xml));
        var (code, output, error) = ExternalProgram.Run("xmllint", exclusive ? "--exc-c14n" : "--c14n", path);
        Assert.That(code, Is.Zero, error);
        Assert.That(Ours(Load(xml), exclusive, comments: true), Is.EqualTo(output));
    }

    [Test]
    public void One_node_can_be_left_out()
    {
        var document = Load("<a><b/>x<c/></a>");
        var bytes = new Canonicalizer(true, false).Canonicalize(document.DocumentElement!, document.DocumentElement!.FirstChild);
        Assert.That(Encoding.UTF8.GetString(bytes), Is.EqualTo("<a>x<c></c></a>"));
    }

    private static string Ours(XmlDocument document, bool exclusive, bool comments) =>
        Encoding.UTF8.GetString(new Canonicalizer(exclusive, comments).Canonicalize(document));

    /// <summary>A document of its own with all that the subtree inherits written on its root.</summary>
    private static XmlDocument Alone(XmlElement apex, bool withXmlAttributes)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (XmlElement)document.AppendChild(document.ImportNode(apex, true))!;
        for (var above = apex.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
        {
            foreach (XmlAttribute inherited in above.Attributes)
            {
                var wanted = inherited.Name.StartsWith("xmlns", StringComparison.Ordinal)
                    || (withXmlAttributes && inherited.Prefix == "xml");
                if (wanted && copy.GetAttributeNode(inherited.Name) is null)
                {
                    copy.SetAttributeNode((XmlAttribute)document.ImportNode(inherited, true));
                }
            }
        }

        return document;
    }

    private static string Read(Transform transform)
    {
        using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
        return reader.ReadToEnd();
    }

    private static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        // LoadXml would leave line ends and attribute white space as they are, which no XML processor may.
        using var reader = XmlReader.Create(new StringReader(xml));
        document.Load(reader);
        return document;
    }
}
