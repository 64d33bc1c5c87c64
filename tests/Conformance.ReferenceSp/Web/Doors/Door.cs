namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>Ways in beside single sign-on.</summary>
internal enum Door
{
    /// <summary>E-mail address and password, in a form or posted by a program.</summary>
    Password,

    /// <summary>A token for programs, given for a password.</summary>
    ApiToken,

    /// <summary>A password in the Authorization header.</summary>
    BasicAuthentication,

    /// <summary>A new password for a link in a message.</summary>
    PasswordReset,

    /// <summary>A new account of one's own.</summary>
    SignUp,

    /// <summary>A link in a message that signs in.</summary>
    MagicLink,

    /// <summary>A new account that somebody offers.</summary>
    Invitation,

    /// <summary>Google.</summary>
    Google,

    /// <summary>Microsoft.</summary>
    Microsoft,
}
