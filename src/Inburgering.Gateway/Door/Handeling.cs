using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Door;

/// <summary>Names what an endpoint or page does in the log; every endpoint has this or <see cref="ZonderLogregelAttribute"/>, else the program does not start.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HandelingAttribute(string naam, Actie actie) : Attribute
{
    /// <summary>Dutch, past tense: "Dossier geraadpleegd".</summary>
    public string Naam { get; } = naam;

    public Actie Actie { get; } = actie;

    /// <summary>For a page whose GET is an empty form: only sending it is an act.</summary>
    public bool AlleenPost { get; set; }
}

/// <summary>The short allow-list of security 2: this endpoint holds no personal data, and why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ZonderLogregelAttribute(string reden) : Attribute
{
    public string Reden { get; } = reden;
}

/// <summary>An answer that says which fields it holds: the log line is made from the object that is serialised.</summary>
public interface IVerantwoord
{
    /// <summary>"IDN.bsn": names only.</summary>
    IReadOnlyList<string> GeleverdeVelden();
}
