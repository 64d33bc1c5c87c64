namespace Conformance.Scim;

/// <summary>The URNs by which RFC 7643 and RFC 7644 name schemas and messages.</summary>
public static class ScimUrns
{
    /// <summary>The core user, RFC 7643 4.1.</summary>
    public const string User = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// <summary>The core group, RFC 7643 4.2.</summary>
    public const string Group = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /// <summary>The enterprise extension of a user, RFC 7643 4.3.</summary>
    public const string EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /// <summary>What the server offers, RFC 7643 5.</summary>
    public const string ServiceProviderConfig = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    /// <summary>One kind of resource, RFC 7643 6.</summary>
    public const string ResourceType = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    /// <summary>One schema, RFC 7643 7.</summary>
    public const string Schema = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    /// <summary>A page of resources, RFC 7644 3.4.2.</summary>
    public const string ListResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    /// <summary>A search by POST, RFC 7644 3.4.3.</summary>
    public const string SearchRequest = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /// <summary>A change by PATCH, RFC 7644 3.5.2.</summary>
    public const string PatchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// <summary>Many changes in one request, RFC 7644 3.7.</summary>
    public const string BulkRequest = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /// <summary>What became of them, RFC 7644 3.7.</summary>
    public const string BulkResponse = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /// <summary>A refusal, RFC 7644 3.12.</summary>
    public const string Error = "urn:ietf:params:scim:api:messages:2.0:Error";
}
