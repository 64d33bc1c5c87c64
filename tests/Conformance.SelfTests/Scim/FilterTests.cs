using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Filters;
using Conformance.Scim.Schemas;
using NUnit.Framework;

namespace Conformance.SelfTests.Scim;

/// <summary>RFC 7644 3.4.2.2, with its own examples first.</summary>
internal sealed class FilterTests
{
    private static readonly string[] Urns = [.. CoreSchemas.Users.Urns];

    private static readonly JsonObject Barbara = ScimJson.TryParseObject(
        """
        {
          "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
          "id": "2819c223-7f76-453a-919d-413861904646",
          "userName": "bjensen",
          "externalId": "Bjensen",
          "name": { "familyName": "O'Malley", "givenName": "Barbara" },
          "title": "Tour Guide",
          "userType": "Employee",
          "active": true,
          "emails": [
            { "value": "bjensen@example.com", "type": "work", "primary": true },
            { "value": "babs@jensen.org", "type": "home" }
          ],
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "Tours", "manager": { "value": "26118915" } },
          "meta": { "lastModified": "2011-05-13T04:42:34Z" }
        }
        """)!;

    [TestCase("userName Eq \"BJENSEN\"", true)]
    [TestCase("USERNAME eq \"bjensen\"", true)]
    [TestCase("externalId eq \"bjensen\"", false)]
    [TestCase("name.familyName co \"O'Malley\"", true)]
    [TestCase("userName sw \"J\"", false)]
    [TestCase("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"b\"", true)]
    [TestCase("title pr", true)]
    [TestCase("nickName pr", false)]
    [TestCase("meta.lastModified gt \"2011-05-13T04:42:33Z\"", true)]
    [TestCase("meta.lastModified ge \"2011-05-13T06:42:34+02:00\"", true)]
    [TestCase("meta.lastModified lt \"2011-05-13T04:42:34Z\"", false)]
    [TestCase("title pr and userType eq \"Employee\"", true)]
    [TestCase("title pr or userType eq \"Intern\"", true)]
    [TestCase("userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")", true)]
    [TestCase("userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")", false)]
    [TestCase("userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]", true)]
    [TestCase("emails[type eq \"home\" and value co \"@example.com\"]", false)]
    [TestCase("emails[type eq \"work\"].value eq \"bjensen@example.com\"", true)]
    [TestCase("userName eq \"x\" or userName eq \"bjensen\" and active eq false", false)]
    [TestCase("active eq true", true)]
    [TestCase("active eq \"true\"", false)]
    [TestCase("userName eq \"a\\\"b\"", false)]
    [TestCase("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"tours\"", true)]
    [TestCase("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager eq \"26118915\"", true)]
    [TestCase("nickName eq null", true)]
    [TestCase("userName ne null", true)]
    public void Tells_who_meets_it(string filter, bool meets) =>
        Assert.That(new FilterEvaluation(CoreSchemas.Users).Matches(FilterParser.Parse(filter, Urns), Barbara), Is.EqualTo(meets));

    [TestCase("")]
    [TestCase("userName")]
    [TestCase("userName eq")]
    [TestCase("userName equals \"x\"")]
    [TestCase("userName eq \"x")]
    [TestCase("userName eq x")]
    [TestCase("(userName eq \"x\"")]
    [TestCase("userName eq \"x\" and")]
    [TestCase("emails[type eq \"work\"")]
    [TestCase("not userName eq \"x\"")]
    [TestCase("userName eq \"x\" userName eq \"y\"")]
    [TestCase("everything please")]
    public void Refuses_what_is_none(string filter) =>
        Assert.That(() => FilterParser.Parse(filter, Urns), Throws.TypeOf<ScimException>().With.Property("Error").Property("ScimType").EqualTo("invalidFilter"));

    [Test]
    public void Bounds_how_deep_it_reads() =>
        Assert.That(() => FilterParser.Parse(new string('(', 5000) + "userName pr" + new string(')', 5000), Urns), Throws.TypeOf<ScimException>());
}
