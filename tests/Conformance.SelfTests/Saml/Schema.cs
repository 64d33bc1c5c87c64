using System.Text;

namespace Conformance.SelfTests.Saml;

/// <summary>The SAML schemas as Debian installs them.</summary>
internal static class Schema
{
    private const string Opensaml = "/usr/share/xml/opensaml";
    private const string Xmltooling = "/usr/share/xml/xmltooling";

    public static (int ExitCode, string Error) Validate(byte[] xml, string schema = "saml-schema-protocol-2.0.xsd")
    {
        var message = TemporaryFiles.Write("message.xml", xml);
        var catalog = TemporaryFiles.Write("catalog.xml", Encoding.UTF8.GetBytes($"""
            <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
              <system systemId="http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd" uri="{Xmltooling}/xmldsig-core-schema.xsd"/>
              <system systemId="http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd" uri="{Xmltooling}/xmldsig-core-schema.xsd"/>
              <system systemId="http://www.w3.org/TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd" uri="{Xmltooling}/xenc-schema.xsd"/>
              <system systemId="http://www.w3.org/2001/xml.xsd" uri="{Xmltooling}/xml.xsd"/>
              <rewriteSystem systemIdStartString="http://www.w3.org/" rewritePrefix="{Xmltooling}/"/>
            </catalog>
            """));
        var (code, _, error) = ExternalProgram.Run(
            "env", $"XML_CATALOG_FILES={catalog}", "xmllint", "--nonet", "--noout", "--schema",
            Path.Combine(Opensaml, schema), message);
        return (code, error);
    }

    public static void Require()
    {
        ExternalProgram.Require("xmllint");
        if (!Directory.Exists(Opensaml))
        {
            NUnit.Framework.Assert.Ignore("The SAML schemas (opensaml-schemas, xmltooling-schemas) are not installed.");
        }
    }
}
