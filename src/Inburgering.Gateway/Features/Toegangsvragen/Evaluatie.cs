using System.Text.Json.Serialization;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Toegangsvragen;

/// <summary>An AuthZEN answer: the decision, and names of fields; never their values.</summary>
public sealed record Evaluatie(bool Decision, EvaluatieContext Context) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Why, and what may be seen at most.</summary>
public sealed record EvaluatieContext
{
    /// <summary>The word of the policy.</summary>
    [JsonPropertyName("reason_admin")]
    public Reden? ReasonAdmin { get; init; }

    /// <summary>A sentence by language.</summary>
    [JsonPropertyName("reason_user")]
    public IReadOnlyDictionary<string, string>? ReasonUser { get; init; }

    public string? Doel { get; init; }

    public string? Grondslag { get; init; }

    /// <summary>Hash of the policy that decided.</summary>
    public required string Beleid { get; init; }

    /// <summary>"IDN.naam"; absent when refused.</summary>
    public IReadOnlyList<string>? Velden { get; init; }
}

/// <param name="Code">Word of the policy.</param>
public sealed record Reden(string Code);
