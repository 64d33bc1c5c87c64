using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Patching;
using Conformance.Scim.Resources;
using Conformance.Scim.Schemas;
using NUnit.Framework;

namespace Conformance.SelfTests.Scim;

/// <summary>RFC 7644 3.5.2, and what clients send beyond it.</summary>
internal sealed class PatchTests
{
    private const string User =
        """
        { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "ada", "displayName": "Ada", "active": true,
          "name": { "givenName": "Ada", "familyName": "Byron" },
          "emails": [{ "value": "w", "type": "work", "primary": true }, { "value": "h", "type": "home" }] }
        """;

    private const string Group =
        """{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "g", "members": [{ "value": "1" }, { "value": "2" }] }""";

    [TestCase("""{ "op": "replace", "path": "displayName", "value": "X" }""", "displayName", "\"X\"")]
    [TestCase("""{ "op": "add", "path": "title", "value": "X" }""", "title", "\"X\"")]
    [TestCase("""{ "op": "remove", "path": "displayName" }""", "displayName", "null")]
    [TestCase("""{ "op": "replace", "path": "name.familyName", "value": "King" }""", "name", """{"givenName":"Ada","familyName":"King"}""")]
    [TestCase("""{ "op": "replace", "path": "name", "value": { "familyName": "King" } }""", "name", """{"givenName":"Ada","familyName":"King"}""")]
    [TestCase("""{ "op": "replace", "value": { "displayName": "X" } }""", "displayName", "\"X\"")]
    [TestCase("""{ "op": "Replace", "path": "active", "value": "False" }""", "active", "false")]
    [TestCase("""{ "op": "replace", "value": { "name.familyName": "King" } }""", "name", """{"givenName":"Ada","familyName":"King"}""")]
    [TestCase("""{ "op": "remove", "path": "emails[type eq \"home\"]" }""", "emails", """[{"value":"w","type":"work","primary":true}]""")]
    [TestCase("""{ "op": "replace", "path": "emails[type eq \"home\"].primary", "value": true }""", "emails", """[{"value":"w","type":"work","primary":false},{"value":"h","type":"home","primary":true}]""")]
    [TestCase("""{ "op": "add", "path": "emails", "value": [{ "value": "h", "type": "home" }] }""", "emails", """[{"value":"w","type":"work","primary":true},{"value":"h","type":"home"}]""")]
    [TestCase("""{ "op": "Add", "path": "phoneNumbers[type eq \"work\"].value", "value": "1" }""", "phoneNumbers", """[{"type":"work","value":"1"}]""")]
    [TestCase("""{ "op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "value": "D" }""", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", """{"department":"D"}""")]
    [TestCase("""{ "op": "replace", "value": { "id": "other", "displayName": "X" } }""", "displayName", "\"X\"")]
    public void Changes_a_user(string operation, string attribute, string expected)
    {
        var changed = Apply(CoreSchemas.Users, User, operation, WireDialect.Lenient);

        Assert.That(changed[attribute]?.ToJsonString() ?? "null", Is.EqualTo(expected));
    }

    [TestCase("""{ "op": "remove", "path": "members[value eq \"1\"]" }""", """[{"value":"2"}]""")]
    [TestCase("""{ "op": "Remove", "path": "members", "value": [{ "$ref": null, "value": "1" }] }""", """[{"value":"2"}]""")]
    [TestCase("""{ "op": "remove", "path": "members" }""", "null")]
    [TestCase("""{ "op": "add", "path": "members", "value": [{ "value": "1", "display": "again" }] }""", """[{"value":"1"},{"value":"2"}]""")]
    [TestCase("""{ "op": "replace", "path": "members", "value": [{ "value": "3" }] }""", """[{"value":"3"}]""")]
    public void Changes_the_members_of_a_group(string operation, string expected) =>
        Assert.That(Apply(CoreSchemas.Groups, Group, operation, WireDialect.Lenient)["members"]?.ToJsonString() ?? "null", Is.EqualTo(expected));

    [TestCase("""{ "op": "remove" }""", "noTarget")]
    [TestCase("""{ "op": "replace", "path": "emails[type eq \"other\"].value", "value": "x" }""", "noTarget")]
    [TestCase("""{ "op": "replace", "path": "id", "value": "x" }""", "mutability")]
    [TestCase("""{ "op": "remove", "path": "userName" }""", "mutability")]
    [TestCase("""{ "op": "replace", "path": "emails[type eq \"work\"", "value": "x" }""", "invalidPath")]
    [TestCase("""{ "op": "replace", "path": "nothing", "value": "x" }""", "invalidPath")]
    [TestCase("""{ "op": "replace", "path": "active", "value": "perhaps" }""", "invalidValue")]
    [TestCase("""{ "op": "increment", "path": "title", "value": "x" }""", "invalidSyntax")]
    public void Refuses(string operation, string keyword) =>
        Assert.That(() => Apply(CoreSchemas.Users, User, operation, WireDialect.Lenient), Throws.TypeOf<ScimException>().With.Property("Error").Property("ScimType").EqualTo(keyword));

    [Test]
    public void By_the_letter_a_text_is_no_boolean() =>
        Assert.That(() => Apply(CoreSchemas.Users, User, """{ "op": "replace", "path": "active", "value": "False" }""", WireDialect.Rfc), Throws.TypeOf<ScimException>());

    [Test]
    public void Leaves_the_resource_that_it_was_given_as_it_was()
    {
        var user = ScimJson.TryParseObject(User)!;
        var before = user.ToJsonString();

        _ = new PatchApplication(CoreSchemas.Users, WireDialect.Lenient).Apply(user, [new PatchOperation("replace", "displayName", JsonValue.Create("X"))]);

        Assert.That(user.ToJsonString(), Is.EqualTo(before));
    }

    private static JsonObject Apply(ResourceSchema schema, string resource, string operation, WireDialect dialect)
    {
        var body = ScimJson.TryParseObject($$"""{ "schemas": ["{{ScimUrns.PatchOp}}"], "Operations": [{{operation}}] }""")!;
        return new PatchApplication(schema, dialect).Apply(ScimJson.TryParseObject(resource)!, PatchOperation.ReadAll(body));
    }
}
