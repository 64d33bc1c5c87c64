namespace Conformance.ReferenceSp;

/// <summary>Which product's host names, paths and labels a company is served under.</summary>
public enum Dress
{
    /// <summary>A product of no name at <c>https://sp.example</c>, and at plain http on 127.0.0.1.</summary>
    Generic,

    /// <summary>Aircall: pages at <c>dashboard.aircall.io</c>, the ACS at <c>sso.aircall.io</c>.</summary>
    Aircall,

    /// <summary>JustCall, at <c>app.justcall.io</c>.</summary>
    JustCall,

    /// <summary>Dialpad, at <c>dialpad.com</c>.</summary>
    Dialpad,
}
