namespace Inburgering.Gateway.Door;

/// <summary>Answers also while the gateway is in herstelmodus: it holds nothing of a person, or it is part of the way out (security 19).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InHerstelmodusAttribute : Attribute;
