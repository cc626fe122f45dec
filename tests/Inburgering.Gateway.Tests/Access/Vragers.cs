using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Who asks in a test, by the name the tables use.</summary>
internal static class Vragers
{
    /// <summary>A partner's client, or an employee's role with the extra right that its doel may need.</summary>
    public static Caller Of(Beleid beleid, string wie)
    {
        var register = new CallerRegister(beleid);
        return register.Zoek(wie) switch
        {
            { Gemeentecode: null } => register.Caller(wie, new HashSet<string> { "dossier:lezen" }, DateTimeOffset.UnixEpoch, "1708")!,
            { } client => register.Caller(wie, client.Scopes.ToHashSet(), DateTimeOffset.UnixEpoch)!,
            null => register.Medewerker("account", wie, "1708") with { Scopes = new HashSet<string> { "dossier:bijzonder:lezen" } },
        };
    }
}
